/** ニューラルリーダーが読まない理由。状態の表示に使う。 */
export default {
  'reader.switched-off': '停止中（READER=off）',
  'reader.loading': '読み込み中',
  'reader.memory':
    '停止中：プログラムには1 GBが必要ですが、{megabytes} MBしかありません（READER=onなら動きます）',
  'reader.ended': 'スレッドが終了しました。{seconds:#秒}後に再開します',
  'reader.overloaded': '読み切れないほど質問が来ているため、一部は語だけで答えています',
  'reader.stopping': 'プログラムを終了中',
  'reader.no-weights': '停止中：重みを読み込めません',
  'reader.no-library': '停止中：ネイティブライブラリをここでは読み込めません（{platform}、{processor}）',
  'reader.unread': '停止中：{file}を読めません。Pullquoteを再インストールするか、READER=offにしてください',
  'reader.other':
    '停止中：{file}は隣のSHA256SUMSが示すファイルではありません。Pullquoteを再インストールするか、READER=offにしてください',
  'reader.unnamed':
    '停止中：{folder}のSHA256SUMSに{file}がありません。Pullquoteを再インストールするか、READER=offにしてください',
} as const;
