/**
 * The parts of linkedom's DOM that intake uses. Declared here because the program is type-checked without the browser's
 * globals.
 */
export type DomNode = Readonly<{
  /** 1 element, 3 text, 8 comment, 9 document. */
  nodeType: number;
  firstChild: DomNode | null;
  nextSibling: DomNode | null;
  previousSibling: DomNode | null;
  parentNode: DomNode | null;
  textContent: string | null;
}>;

export type DomElement = DomNode &
  Readonly<{
    /** Upper case in HTML, lower case in SVG. */
    tagName: string;
    getAttribute: (name: string) => string | null;
    getAttributeNames: () => string[];
    hasAttribute: (name: string) => boolean;
    setAttribute: (name: string, value: string) => void;
    removeAttribute: (name: string) => void;
    querySelector: (selector: string) => DomElement | null;
    querySelectorAll: (selector: string) => Iterable<DomElement>;
    closest: (selector: string) => DomElement | null;
    contains: (other: DomElement) => boolean;
    append: (...nodes: DomNode[]) => void;
    remove: () => void;
    replaceWith: (node: DomNode) => void;
  }>;

export type DomDocument = DomNode &
  Readonly<{
    documentElement: DomElement | null;
    head: DomElement;
    body: DomElement;
    createElement: (tag: string) => DomElement;
    querySelector: (selector: string) => DomElement | null;
    querySelectorAll: (selector: string) => Iterable<DomElement>;
  }>;

export const isElement = (node: DomNode): node is DomElement => node.nodeType === 1;
export const isText = (node: DomNode): boolean => node.nodeType === 3;

/** An element's tag name in lower case. */
export const tagOf = (element: DomElement): string => element.tagName.toLowerCase();

/** The text in an element or text node; never null for these, as the DOM has it for documents. */
export const domText = (node: DomNode): string => node.textContent ?? '';

/** The value of an attribute; '' when the element does not have it. */
export const attributeOf = (element: DomElement, name: string): string => element.getAttribute(name) ?? '';

/** The children of a node, in an array, so that the caller may change the tree. */
export function childrenOf(node: DomNode): DomNode[] {
  const children: DomNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}
