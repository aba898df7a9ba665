// What may import what: the architecture's layers, checked on every import, type imports included.

const node = '^(node:|fs$|path$|os$|crypto$|child_process$|worker_threads$|stream$|zlib$|http$|https$|net$|util$|url$|events$|buffer$)';
const inPackage = (name) => `(^|/)node_modules/${name}/`;

/** A rule in one line: from these files, never to those. */
function forbid(name, comment, from, to) {
  return { name, comment, severity: 'error', from, to };
}

const shared = [
  forbid(
    'shared-runs-anywhere',
    'shared/ is pure: no Node, no Electron, no React, no database, no folder of one side.',
    { path: '^shared/' },
    { path: ['^electron/', '^renderer/', '^tests/', node, inPackage('(electron|better-sqlite3|drizzle-orm|react|react-dom|@mantine)')] },
  ),
  forbid(
    'shared-core-knows-no-feature',
    'shared/core ← shared/<feature> ← shared/contract.',
    { path: '^shared/core/' },
    { path: '^shared/', pathNot: ['^shared/core/', '^shared/(errors|permissions|events)\\.ts$'] },
  ),
  forbid(
    'shared-features-below-the-contract',
    'shared/contract puts the features together; none imports it.',
    { path: '^shared/[^/]+/' },
    { path: '^shared/contract\\.ts$' },
  ),
];

const electron = [
  forbid(
    'main-knows-no-renderer',
    'The main process and the renderer meet in shared/ only.',
    { path: '^electron/' },
    { path: ['^renderer/', '^tests/'] },
  ),
  forbid(
    'electron-core-knows-no-feature',
    'electron/core ← electron/<feature> ← services ← main.',
    { path: '^electron/core/' },
    { path: '^electron/', pathNot: '^electron/core/' },
  ),
  forbid(
    'electron-core-knows-no-salon',
    'core knows nothing about salons.',
    { path: '^electron/core/' },
    { path: '^shared/(?!core/)[^/]+/' },
  ),
  forbid(
    'electron-features-below-services',
    'Features do not reach up.',
    { path: '^electron/[^/]+/' },
    { path: '^electron/(services|main|preload)\\.ts$' },
  ),
  forbid(
    'services-below-main',
    'services.ts is put to work by main.ts.',
    { path: '^electron/services\\.ts$' },
    { path: '^electron/(main|furnished|preload)\\.ts$' },
  ),
  forbid(
    'preload-imports-only-electron',
    'The sandboxed preload is call and subscribe, nothing else.',
    { path: '^electron/preload\\.ts$' },
    { pathNot: inPackage('electron') },
  ),
  forbid(
    'store-belongs-to-its-feature',
    'A service may use another feature’s service, never its store.',
    { path: '^electron/([^/]+)/' },
    { path: '^electron/[^/]+/(store|[a-z-]+-store)\\.ts$', pathNot: '^electron/$1/' },
  ),
  forbid(
    'store-not-from-the-top',
    'Stores are reached through their services.',
    { path: '^electron/[^/]+\\.ts$' },
    { path: '^electron/[^/]+/(store|[a-z-]+-store)\\.ts$' },
  ),
  forbid(
    'drizzle-in-stores',
    'Drizzle only in store.ts and electron/core/database.',
    { path: '^(electron|renderer|shared)/', pathNot: ['^electron/[^/]+/(store|[a-z-]+-store)\\.ts$', '^electron/core/database/'] },
    { path: inPackage('drizzle-orm') },
  ),
  forbid(
    'sqlite-in-core',
    'The SQLite driver only in electron/core/database, and for the lock file that keeps a second process out.',
    { path: '^(electron|renderer|shared)/', pathNot: ['^electron/core/database/', '^electron/vault/writer-lock\\.ts$'] },
    { path: inPackage('better-sqlite3') },
  ),
  forbid(
    'electron-at-the-edge',
    'Electron only in core, main with its house, preload and the features that own a surface of the operating system.',
    {
      path: '^electron/',
      pathNot: ['^electron/core/', '^electron/(main|furnished|preload)\\.ts$', '^electron/files/', '^electron/vault/protector\\.ts$'],
    },
    { path: inPackage('electron') },
  ),
  forbid(
    'database-without-electron',
    'The database runs in plain Node, so that tests and workers can use it.',
    {
      path: ['^electron/core/(database/|dispatch\\.ts$)', '\\.worker\\.ts$', '/(store|[a-z-]+-store|service)\\.ts$'],
      pathNot: '^electron/files/',
    },
    { path: inPackage('electron') },
  ),
];

const renderer = [
  forbid(
    'renderer-knows-no-main',
    'The renderer has no Node and no Electron.',
    { path: '^renderer/' },
    { path: ['^electron/', '^tests/', node, inPackage('(electron|better-sqlite3|drizzle-orm)')] },
  ),
  forbid(
    'renderer-core-knows-no-feature',
    'renderer/core ← renderer/<feature> ← App ← main.',
    { path: '^renderer/core/' },
    { path: '^renderer/', pathNot: '^renderer/core/' },
  ),
  forbid(
    'renderer-ui-knows-no-salon',
    'Our own components know nothing about salons.',
    { path: '^renderer/core/ui/' },
    { path: '^shared/(?!core/)[^/]+/' },
  ),
  forbid('renderer-features-below-app', 'Features do not reach up.', { path: '^renderer/[^/]+/' }, { path: '^renderer/(App|main)\\.tsx$' }),
  forbid('app-below-main', 'App is put on the page by main.', { path: '^renderer/App\\.tsx$' }, { path: '^renderer/main\\.tsx$' }),
];

const everywhere = [
  forbid('no-cycles', 'Two files that need each other are one thing, or three.', {}, { circular: true }),
  forbid('nothing-unresolvable', 'Every import leads somewhere.', {}, { couldNotResolve: true, pathNot: '\\?(raw|url|worker)$' }),
  forbid(
    'nothing-imports-scripts',
    'scripts/ run the project and are no part of it.',
    { path: '^(shared|electron|renderer)/' },
    { path: '^scripts/' },
  ),
];

module.exports = {
  forbidden: [...everywhere, ...shared, ...electron, ...renderer],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)migrations/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
