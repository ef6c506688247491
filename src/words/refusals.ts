/** What users read where Google refuses something, or where they have not granted it. */
import { menuWords } from './actions'

/** Each is a clause: `…没有完成：` stands before it, a full stop after it. */
export const refusalWords = {
  full: '这个账号的 Google 云端硬盘空间已满，请删除不用的文件并清空回收站，或者换一个账号运行',
  policy:
    '本单位的管理员不允许脚本使用云端硬盘，请联系管理员，在 Google Workspace 管理控制台中允许第三方应用使用 Drive',
  notEnabled: '这个脚本的 Drive 服务没有启用，请让安装脚本的人重新推送一次（清单里有 Drive 高级服务 v3）',
  tooOften: 'Google 的调用次数暂时用完，请过几分钟再试；仍不行时，每日的限额要到第二天才恢复',
  noScope: '缺少授权，请从菜单再运行一次，在 Google 的授权窗口里把各项权限都勾上',
  otherAccount:
    '浏览器里登录了几个 Google 账号，Google 用了没有权限的那一个，请退出其他账号，或者在无痕窗口里只登录有权编辑这份表格的账号',
  noConsent:
    '还没有授权，请从菜单再运行一次并同意授权；如果已经同意过，多半是浏览器里登录了几个 Google 账号，请退出其他账号再试',
  fileGone: '云端硬盘里的文件已被删除，或者当前账号无权改动',
  unavailable: 'Google 的服务暂时没有响应，请过一会儿再试',
} as const

/** What Google refuses something for. */
export type Refusal = keyof typeof refusalWords

const scopeNames = {
  cells: '查看和修改这份表格',
  pages: '在表格里显示对话框和侧栏',
  files: '查看和修改由这个脚本建立的云端硬盘文件',
} as const

const scopesNamed = (scopes: readonly (keyof typeof scopeNames)[]): string =>
  scopes.map((scope) => `“${scopeNames[scope]}”`).join('、')

export const consentWords = {
  title: '还缺少授权',
  missing: (scopes: readonly (keyof typeof scopeNames)[]) =>
    `没有运行：您还没有同意脚本${scopesNamed(scopes)}。请从菜单“${menuWords.menu}”再运行一次，在 Google 的授权窗口里勾选这些权限。什么都没有改动。`,
  granting: (scopes: readonly (keyof typeof scopeNames)[]) =>
    `这一项需要您同意脚本${scopesNamed(scopes)}。\n按“确定”后，请在 Google 的授权窗口里勾选，然后再点一次菜单。`,
} as const
