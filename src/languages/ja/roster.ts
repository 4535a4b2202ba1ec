import type { Messages } from '../../elements/messages/messages.js';
import { countingIn } from '../../elements/messages/plurals.js';

const { number } = countingIn('ja');

export const phrases: Messages['phrases'] = {
  series: (parts) => parts.join('、'),
  named: (address, name) => `${address}（${name}）`,
  unconnected: 'このページには接続がありません。',
  close: '閉じる',
  cancel: 'キャンセル',
};

export const roster: Messages['roster'] = {
  label: '連絡先',
  noGroup: 'グループなし',
  namelessGroup: '名前の見えないグループ',
  sections: { favourites: 'お気に入り', pending: '返答待ち', unavailable: 'オフライン' },
  sectionLabel: (title, total) => `${title}、${number(total)}人`,
  groupLabel: (group, online, total) => `${group}、${number(total)}人中${number(online)}人がオンライン`,
  drop: {
    moveElsewhere: '別のグループに移動',
    addElsewhere: '別のグループにも追加',
    onlyMoving: 'グループから外すには移動してください',
    already: (group) => `すでに${group}にあります`,
    remove: (group) => `${group}から外す`,
    add: (group) => `${group}にも追加`,
    move: (group) => `${group}に移動`,
  },
  notice: {
    loading: '連絡先を読み込んでいます…',
    empty: '連絡先はまだありません。',
    connecting: '接続しています…',
    reconnecting: '再接続しています…',
    unconnected: '接続していません。',
    unknownSince: (moment) => `${moment}から在席状況は不明です。`,
    unavailable: 'あなたはオフラインです。その間、ほかの人の在席状況は表示されません。',
  },
};

export const rows: Messages['rows'] = {
  idleFor: (duration) => `${duration}操作なし`,
  beyond: (most) => `${most}+`,
  unread: (count) => `未読${number(count)}件`,
  unreadBeyond: (most) => `未読${most}件以上`,
  distinct: (name, distinction) => `${name}（${distinction}）`,
};
