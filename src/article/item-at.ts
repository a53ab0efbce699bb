/**
 * The item at an index that must exist. Throws a RangeError when there is none. Hot loops over typed arrays use `as number` instead, since
 * this check costs time there.
 */
export function itemAt<Item>(list: ArrayLike<Item>, index: number): Item {
  const item = list[index];
  if (item === undefined) throw new RangeError(`There is no item ${index} in a list of ${list.length}.`);
  return item;
}

/** The value of a key that must exist. Throws a RangeError when there is none. */
export function mapValue<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key);
  if (value === undefined) throw new RangeError(`There is no entry ${String(key)} in a map of ${map.size}.`);
  return value;
}
