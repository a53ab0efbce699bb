/** Why a file, page or feed was refused. */
export default {
  'intake.no-room':
    'これ以上テキストを索引に入れるメモリーがありません。INDEX_MEMORY_MB を増やしてボットを再起動するか、SEARCH_URL を設定するか、不要なものを撤回してください。',
  'intake.the-text': 'テキスト',
  'intake.the-feed': 'フィード',
  'intake.page-of': '{host} のページ',
  'intake.feed-of': '{host} のフィード',
  'intake.empty': '{subject}は空です。テキストのあるものを渡してください。',
  'intake.too-large': '{subject}は{size}あり、読み取れる上限の{most}を超えています。分割してください。',
  'intake.too-long': '{subject}のテキストは{characters}文字を超えています。記事ごとに分割してください。',
  'intake.damaged': '{subject}は壊れているようで読み取れません。保存し直すか、テキストを貼り付けてください。',
  'intake.no-text': '{subject}にはテキストがありません。',
  'intake.no-paragraph':
    '{subject}には記事の本文がありません。最初の行に見出し、次に空行、その次に本文を書いてください。',
  'intake.no-article':
    '{subject}に記事の本文が見つかりません。ログインが必要なページやスクリプトで作られるページなら、テキストを貼り付けてください。',
  'intake.front-matter': '{subject}の先頭の項目が使えません（{faults}）。',
  'intake.field': '{name}：{fault}',
  'intake.other-field': '「{name}」は記事の項目ではありません。使えるのは {names} です',
  'intake.other-line': '{line}行目が「名前: 値」の形ではありません',
  'intake.marked-line': '{line}行目が「{mark}」で始まっています。続きを引用符で囲んでください',
  'intake.other-page':
    '{subject}は{page}で、記事ではありません。ブラウザーでページを開き、記事のテキストを貼り付けてください。',
  'page.check': '人が読んでいるかを確かめるページ',
  'page.missing': 'エラーページ（見つかりません）',
  'page.error': 'サーバーのエラーページ',
  'page.cookies': 'クッキーについての質問',
  'page.subscribe': '購読の案内',
  'intake.too-deep':
    '{subject}の要素は{levels}段より深く入れ子になっています。記事のテキストを貼り付けてください。',
  'intake.too-many': '{subject}には{elements}個を超える要素があります。記事のテキストを貼り付けてください。',
  'intake.wrong-type':
    '{subject}は{stated}とされていますが、中身は{actual}です。正しい種類と拡張子で送ってください。',
  'form-of.text': 'テキストファイル',
  'form-of.html': 'ウェブページ',
  'form-of.docx': 'Word 文書',
  'form-of.pdf': 'PDF',
  'form-of.office': '古い Office ファイルかパスワード付きのファイル',
  'form-of.picture': '{name} 画像',
  'form-of.archive': '{name} アーカイブ',
  'form-of.other': '{name} ファイル',
  'form-of.program': 'プログラム',
  'form-of.excel': 'Excel ブック',
  'form-of.powerpoint': 'PowerPoint プレゼンテーション',
  'form-of.epub': 'EPUB 電子書籍',
  'form-of.opendocument': 'OpenDocument ファイル',
  'form-of.zip': 'アーカイブ',
  'intake.foreign': '{subject}は{form}なので読み取れません。{remedy}。',
  'remedy.docx': 'パスワードなしの .docx か PDF で保存してください',
  'remedy.save': '.docx、PDF、テキストのいずれかで保存してください',
  'remedy.text': 'テキストを渡してください',
  'remedy.unpack': '先に展開してください',
  'remedy.file': 'テキスト、HTML、.docx、PDF のファイルを渡してください',
  'intake.type':
    '{subject}の種類 {type} は読み取れません。テキスト、Markdown、HTML、.docx、PDF のいずれかを渡してください。',
  'intake.unknown':
    '{subject}は読み取れる形式ではありません。テキスト、Markdown、HTML、.docx、PDF のいずれかを渡してください。',
  'intake.is-feed': '{subject}は記事ではなくフィードです。/フィード 追加 で追加してください。',
  'intake.encoding': '{subject}の文字コードがわかりません。UTF-8 で保存してください。',
  'intake.encoding-perhaps':
    '{subject}の文字コードがわかりません（{name} かもしれません）。UTF-8 で保存してください。',
  'intake.picture-of-text':
    '{subject}にはテキストがありません。テキストの画像なら、テキストを貼り付けてください。',
  'intake.not-word':
    '{subject}は{form}で、Word 文書ではありません。.docx、PDF、テキストのいずれかで保存してください。',
  'intake.entities':
    '{subject}は独自の XML エンティティーを宣言しています。ワープロはそうしません。保存し直してください。',
  'intake.locked': '{subject}はパスワードで保護されています。パスワードなしで保存してください。',
  'intake.damaged-archive': '{subject}は壊れたアーカイブです。文書を保存し直してください。',
  'intake.bomb': '{subject}は受け付けません（{reason}）。文書を保存し直すか、テキストを貼り付けてください。',
  'bomb.twice': '同じ名前の項目が二つあります',
  'bomb.overlap': '項目が重なり合っています',
  'bomb.many': '項目が{entries}個を超えています',
  'bomb.outside': 'アーカイブの外を指す項目名があります',
  'bomb.large': '展開すると{most}を超えます',
  'bomb.ratio': '展開すると元の{times}倍を超えます',
  'bomb.names': '項目の名前が二か所で異なります',
  'bomb.size': '項目の大きさが表示と異なります',
  'intake.pages': '{subject}は{pages}ページを超えています。記事のページだけを渡してください。',
  'intake.scan':
    '{subject}にはテキストがなく、スキャンのようです。文字認識をかけるか、テキストを貼り付けてください。',
  'intake.letters':
    '{subject}の記号がどの文字かわかりません。「検索可能なテキスト」付きで書き出し直すか、テキストを貼り付けてください。',
  'intake.feed-entities':
    '{subject}には独自のエンティティーを持つ DOCTYPE があります。フィードには不要なものです。それのないフィードを配信元に求めてください。',
  'intake.feed-deep':
    '{subject}の要素は{levels}段より深く入れ子になっています。正しいフィードを配信元に求めてください。',
  'intake.not-feed':
    '{subject}は読み取れる RSS、Atom、JSON フィードではありません。フィード自体のアドレスを渡してください。',
  'entry.unnamed': '名前のない項目',
  'entry.address': '{entry}のアドレスはウェブアドレスではありません（{address}）。',
  'entry.empty': '{entry}にはアドレスも本文もありません。',
  'entry.invalid': '{entries:#件}の項目が正しい XML ではありません。',
  'intake.unread': '{subject}は読み取れません（{reason}）。テキストを貼り付けてください。',
  'unread.loading': '読み込みに{seconds}秒を超えました',
  'unread.reading': '読み取りが{seconds}秒を超えました',
  'unread.memory': '{most} MB を超えるメモリーが要ります',
  'unread.buffers': '{most} MB を超えるバッファーが要ります',
  'unread.fault': '読み取り中に障害が起きました',
  'unread.fault-told': '読み取り中に障害が起きました：{fault}',
  'intake.stopping':
    'プログラムが停止中のため、{subject}は読み取られませんでした。動いているときに送り直してください。',
} as const;
