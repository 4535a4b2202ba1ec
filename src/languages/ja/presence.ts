import type { Messages } from '../../elements/messages/messages.js';

export const presence: Messages['presence'] = {
  availability: {
    available: '連絡可能',
    chat: 'チャット歓迎',
    away: '離席中',
    xa: '長時間離席中',
    dnd: '取り込み中',
    unavailable: 'オフライン',
    unknown: '不明',
  },
  reason: {
    'not-subscribed': '在席状況は共有されていません',
    'no-presence': '在席状況はまだわかりません',
    blocked: 'ブロック中',
    disconnected: '接続がないため在席状況は不明です',
    'own-unavailable': '自分がオフラインの間、在席状況は不明です',
  },
  lastSeen: (moment) => `最終オンライン: ${moment}`,
  idleSince: (moment) => `${moment}から操作なし`,
  relation: {
    blocked: 'ブロック中',
    askedEachOther: '互いに申請中です',
    asks: 'あなたの在席状況の表示を申請しています',
    asksWithoutSharing: 'あなたの在席状況の表示を申請していますが、自分の在席状況は共有していません',
    undelivered: '申請を届けられませんでした',
    asked: '申請済み、返答待ちです',
    askedAndSeen: 'あなたの在席状況を見ていますが、申請にはまだ返答がありません',
    to: 'あなたの在席状況は見えていません',
    from: 'あなたの在席状況を見ていますが、自分の在席状況は共有していません',
    none: '互いに在席状況は見えていません',
    stranger: '連絡先リストにありません',
  },
  badge: {
    nobody: '在席状況なし: アドレスが指定されていません',
    unconnected: (address) => `${address}、在席状況は不明: このページには接続がありません`,
  },
};
