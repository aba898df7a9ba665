// How the app is packed: everything bundled in one asar archive, only the native modules beside it, the fuses of a hardened Electron.

export const config = {
  appId: 'com.shuke.app',
  productName: 'Shuke',
  directories: { output: 'dist', buildResources: 'build' },
  files: [
    'out/**',
    'package.json',
    '!out/.built',
    '!**/*.map',
    // Of the native modules only what runs here: no sources, no binaries of other systems.
    '!node_modules/better-sqlite3/{deps,src}/**',
    '!node_modules/better-sqlite3/binding.gyp',
    '!node_modules/better-sqlite3/prebuilds/!(${platform}-${arch}).node',
    '!node_modules/node-addon-api/**',
  ],
  asar: { smartUnpack: false },
  asarUnpack: ['**/*.node'],
  // The native modules are Node-API prebuilds: nothing is compiled when packing.
  npmRebuild: false,
  electronLanguages: ['en-US', 'zh-CN'],
  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableCookieEncryption: true,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  },
  linux: {
    icon: 'build/icon.png',
    category: 'Office',
    executableName: 'shuke',
    synopsis: 'A client book for small shops',
    target: ['AppImage', 'deb'],
  },
  deb: { maintainer: 'Shuke' },
  win: { icon: 'build/icon.png', target: ['nsis'] },
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true, deleteAppDataOnUninstall: false },
  mac: { icon: 'build/icon.png', target: ['dmg'], category: 'public.app-category.business' },
};
