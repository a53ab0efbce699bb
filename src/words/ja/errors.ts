/** What did not work, and who may do what. */
export default {
  'error.input': '{command}はこの形では実行できません（{faults}）。',
  'error.old-button': 'このボタンは古いか、変更されています。もう一度質問してください。',
  'error.editors': '{command}は編集者専用です。サーバーの管理者に編集者のロールを頼んでください。',
  'error.editors-button': 'このボタンは編集者専用です。サーバーの管理者に編集者のロールを頼んでください。',
  'error.elsewhere': '質問は{channels}で受け付けています。そちらでお願いします。',
  'error.opening-none':
    'アーカイブを開いている途中です（記事{articles:#件}中{read}件）。いまのところ答えはありません。1分ほどしてからもう一度どうぞ。',
  'error.opening':
    'アーカイブを開いている途中です（記事{articles:#件}中{read}件）。残りはあとでもう一度質問してください。',
  'error.looked-at':
    'これに触れた記事{of}件のうち{articles:#件}を調べました。残りは日付や語を足して絞り込んでください。',
  'error.reference': '{what}。ログの参照番号は{reference}です。',
  'error.unexpected': 'うまくいきませんでした。あなたのせいではありません',
  'error.store-unreachable':
    'アーカイブが応答していません（自動で再試行します）。数秒後にもう一度お試しください',
  'error.store-locked': 'アーカイブは使用中です。もう一度お試しください',
  'error.store-full':
    'ディスクがいっぱいでアーカイブに追加できません。Pullquoteの運用者が空きを作る必要があります。質問には引き続き答えられます',
  'error.store-damaged':
    'アーカイブが破損しています。Pullquoteの運用者が「pullquote restore FILE」と最新のバックアップで修復できます',
  'error.store-readonly':
    'アーカイブは現在読み取り専用です。Pullquoteの運用者が書き込みを許可する必要があります',
  'error.still-opening': 'このサーバーのアーカイブを開いています。少し待ってからもう一度お試しください。',
  'error.server-only': 'これはサーバーでのみ使えます。ここには誰も変更しない共通記事だけがあります。',
  'error.question': 'この質問は受け付けられません：{fault}。',
  'fault.of': '{name} {fault}',
  'fault.empty': '空にはできません',
  'fault.long': '{characters:#文字}以内にしてください',
  'fault.list': '一覧から選んでください',
  'fault.day': '2017-07-31 のような日付にしてください',
  'fault.other': '読み取れません',
  'missing.passage': '該当する一節がありません。削除されたか、もともとありません。もう一度質問してください。',
  'missing.retracted': '「{headline}」は{day}に撤回されました：{reason}',
  'missing.receipt': '「{typed}」は出典番号ではありません。article-id.r1.s5 のような形です。',
  'missing.several': '「{typed}」は複数考えられます（{names}）。一覧から選んでください。',
  'missing.named': '「{headline}」（{id}）',
  'missing.article': '「{typed}」という記事はありません。/記事一覧 で確認できます。',
  'missing.article-close': '「{typed}」という記事はありません。近いもの：{names}。',
  'missing.choose': '「{typed}」という記事はありません。入力中に開く一覧から選んでください。',
  'missing.restorable': '{retracted} /記事 復元 記事:{id} で元に戻せます。',
  'missing.house':
    '「{id}」は全サーバー共通の記事です。Pullquoteの運用者がARTICLES_DIRのファイルを変更します。',
  'missing.many': '記事が{articles:#件}あります。話題か記事を指定してください。',
  'missing.swapped': '開始日（{from}）が終了日（{to}）より後です。入れ替えてください。',
  'missing.mention': '「{company}」に触れた記事はここにありません。',
  'missing.mention-close': '「{company}」に触れた記事はここにありません。近い名前：{names}。',
  'missing.dates': 'その期間の記事はここにありません。',
  'missing.dates-about': 'その期間に「{company}」に触れた記事はここにありません。',
  'click.copied': '{receipt}（保存されたまま。ファイルも同じ内容です）',
  'click.not-yours': '削除できるのは、質問した本人かモデレーターだけです。',
  'click.feedback': '何を探していましたか？',
  'click.feedback-hint': '編集部が読みます。お名前は記録されません。',
  'click.thanks': 'ありがとうございます。編集部に届きました。',
  'click.more': '該当する文がほかに{sentences:#件}（答えである可能性は低め）：',
  'click.no-example': 'この例はもうありません。/ヘルプ をご覧ください。',
  'busy.later': 'いまは質問が多く、時間内に答えられません。1分ほどしてからもう一度お試しください。',
  'busy.flood': '質問の間隔が短すぎます。{seconds:#秒}後にもう一度お試しください。',
  'busy.gone': 'このコマンドはもうありません。/ヘルプ で一覧を見られます。',
  'busy.late': 'Discordから待つよう求められたため、{seconds:#秒}遅れました。',
  'busy.deleted': '元のメッセージは削除されました。',
  'busy.expired': '元の非公開の返信は期限切れになったか、閉じられました。',
  'refused.forbidden':
    '{channel}には投稿できません。サーバーの管理者に、招待時の権限（チャンネルを見る、メッセージを送信、スレッドでメッセージを送信、埋め込みリンク、ファイルを添付、メッセージ履歴を読む）を付けてもらってください。',
  'refused.not-taken':
    '{channel}での返信をDiscordが受け付けませんでした。スレッドがロックまたはアーカイブされているか、Discord側の不具合かもしれません。別のチャンネルで、または1分ほどしてからお試しください。',
  'refused.expired':
    '{channel}でのご依頼は、Discordが返信を受け付ける15分を過ぎてしまいました。もう一度お試しください。',
  'refused.that-channel': 'そのチャンネル',
  'refused.not-removed':
    'このメッセージを削除できませんでした。もう一度試すか、モデレーターに頼んでください。',
  'refused.unreadable':
    '読み取れません。Discordでは、ロールではなく私自身へのメンションだけが見えます。私の名前から質問を始めてください。',
  'refused.which-server':
    '私がいるサーバーに複数参加されていて、記事はサーバーごとに異なります。対象のサーバーで質問してください：{servers}',
  'outside.which':
    '私がいるサーバーに複数参加されていて、記事はサーバーごとに異なります。どのサーバーですか？',
  'outside.choose': 'サーバーを選ぶ',
  'outside.remembered': '次回のために覚えておきます。回答の下で別のサーバーを選べます。',
  'outside.kept': 'これからはここで{server}の記事を読みます。もう一度質問してください。',
  'outside.read-in': '{server}の記事を読みました。ここではあなただけに見えます。',
  'outside.house-only': '共通のサーバーがないため、共有の記事だけを読みました。',
  'outside.another': '別のサーバー',
  'share.too-old': 'この回答は古いため、表示されたとおりには共有できません。もう一度質問してください。',
  'share.may-not': 'このチャンネルに書き込めないため、ここでは共有できません。',
  'fault.id': '小文字と数字を一つずつのハイフンでつないでください',
  'fault.address': 'https://example.org/page のようなアドレスにしてください',
  'fault.feed-address': 'https://example.org/rss.xml のようなアドレスにしてください',
  'fault.calendar': '2017-10-23 や 2017-10-23T09:30:00Z のような暦の日付にしてください',
  'fault.language': 'en や pt-BR のような言語コードにしてください',
  'error.not-told': '理由は、この版が知らない文で保存されています。',
  'error.damaged':
    '「{id}」第{revision}版の保存されたテキストは壊れているため、引用しません。Pullquote を止め、最新のバックアップで「pullquote restore FILE」を実行してください。',
  'job.failed': '失敗しました。原因はログにあります。',
  'job.gone': '取りやめになりました。',
  'job.too-often': 'プログラムを{times:#回}終了させました。どの記事かを知るには、一つずつ追加してください。',
  'job.no-text': 'ここには残せるテキストがありません。もう一度テキストを渡してください。',
} as const;
