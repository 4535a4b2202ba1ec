import type { Messages } from '../../elements/messages/messages.js';

export const connection: Messages['connection'] = {
  retry: '再試行',
  lost: '接続が切れました。再接続しています…',
  retrying: (reason) => `${reason}再試行しています…`,
  connecting: '接続',
  authentication: {
    'not-authorized': 'アドレスまたはパスワードが違います。両方を確認して、もう一度サインインしてください。',
    'account-disabled': 'このアカウントは無効になっています。管理者にお問い合わせください。',
    'credentials-expired': 'パスワードの有効期限が切れています。新しいパスワードを設定してください。',
    'temporary-auth-failure': 'サーバーは現在パスワードを確認できません。',
    'token-refused': 'このページのサインイン許可の期限が切れたか、拒否されました。ページを再読み込みしてください。解決しない場合は、ページの管理者に問い合わせてください。',
    'key-outdated': 'サインイン状態を保てませんでした。パスワードが変更されたか、サーバーが許可していません。もう一度パスワードを入力してください。',
  },
  otherAuthentication: (condition) => `サーバーがログインを拒否しました（${condition || '理由は示されていません'}）。`,
  noMechanism: 'このページで使えるログイン方法をサーバーが提供していません。HTTPS でないページでは wss: の接続だけが使えます。',
  weaker: (change) => `サーバーが以前より安全性の低いサインイン方法しか提示していません（${change}）。盗み見られている可能性があるため、何も送信していません。先に管理者に確認してください。`,
  serverSignature: 'サーバーが正しい相手であることを証明できなかったため、サインインを中止しました。管理者に知らせてください。',
  configuration: '接続が正しく設定されていません。',
  timeout: '時間内にサーバーから返答がありませんでした。',
  noNetwork: 'このコンピューターはネットワークに接続されていません。',
  streamError: {
    conflict: '同じリソース名で別の場所からサインインされたため、このページは切断されました。ここで続けるには、もう一度試してください。',
    'host-unknown': 'サーバーはこのドメインを知りません。アドレスの @ より後ろを確認してください。',
    'not-authorized': 'サーバーがセッションを終了しました。アカウントが削除されたか、パスワードが変更されました。もう一度サインインするか、管理者に問い合わせてください。',
    'policy-violation': '規則違反のため、サーバーが接続を終了しました。',
    'system-shutdown': 'サーバーは停止処理中です。',
    'connection-timeout': 'サーバーがこのページからの通信を受信できなくなりました。',
  },
  otherStreamError: (condition) => `サーバーが接続を終了しました（${condition || '理由は示されていません'}）。`,
  malformed: 'サーバーから XMPP ではないデータが送られてきました。',
  unreachable: 'サーバーに接続できません。WebSocket が有効で、アドレスが正しいか確認してください。',
};
