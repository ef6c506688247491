/** Put in by the build, from package.json. */
declare const __NIANBAO_VERSION__: string

export const version: string = __NIANBAO_VERSION__
