import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createServer, describeItem, pushedItem, TestClient } from './client.js';
import { enter, MIRROR, shown, type State, stateOf } from './subscription-states.js';

const ROMEO = 'romeo@example.com';
const JULIET = 'juliet@example.com';
const TYPES = ['subscribe', 'unsubscribe', 'subscribed', 'unsubscribed'] as const;

type Table = Readonly<Record<(typeof TYPES)[number], Readonly<Record<State, string>>>>;

/** RFC 6121 A.2. Romeo's state → what it becomes when he sends that; "*" when Juliet is shown the stanza. */
const OUTBOUND: Table = {
  subscribe: {
    'None': 'None+Out *', 'None+Out': 'None+Out', 'None+In': 'None+Out+In *', 'None+Out+In': 'None+Out+In',
    'To': 'To', 'To+In': 'To+In', 'From': 'From+Out *', 'From+Out': 'From+Out', 'Both': 'Both',
  },
  unsubscribe: {
    'None': 'None', 'None+Out': 'None *', 'None+In': 'None+In', 'None+Out+In': 'None+In *',
    'To': 'None *', 'To+In': 'None+In *', 'From': 'From', 'From+Out': 'From *', 'Both': 'From *',
  },
  subscribed: {
    'None': 'None', 'None+Out': 'None+Out', 'None+In': 'From *', 'None+Out+In': 'From+Out *',
    'To': 'To', 'To+In': 'Both *', 'From': 'From', 'From+Out': 'From+Out', 'Both': 'Both',
  },
  unsubscribed: {
    'None': 'None', 'None+Out': 'None+Out', 'None+In': 'None *', 'None+Out+In': 'None+Out *',
    'To': 'To', 'To+In': 'To *', 'From': 'None *', 'From+Out': 'None+Out *', 'Both': 'To *',
  },
};

/** RFC 6121 A.3. Romeo's state → what it becomes when that comes from Juliet; "*" when he is shown it, "!" when the server answers in his place. */
const INBOUND: Table = {
  subscribe: {
    'None': 'None+In *', 'None+Out': 'None+Out+In *', 'None+In': 'None+In', 'None+Out+In': 'None+Out+In',
    'To': 'To+In *', 'To+In': 'To+In', 'From': 'From !', 'From+Out': 'From+Out !', 'Both': 'Both !',
  },
  unsubscribe: {
    'None': 'None', 'None+Out': 'None+Out', 'None+In': 'None *', 'None+Out+In': 'None+Out *',
    'To': 'To', 'To+In': 'To *', 'From': 'None *', 'From+Out': 'None+Out *', 'Both': 'To *',
  },
  subscribed: {
    'None': 'None', 'None+Out': 'To *', 'None+In': 'None+In', 'None+Out+In': 'To+In *',
    'To': 'To', 'To+In': 'To+In', 'From': 'From', 'From+Out': 'Both *', 'Both': 'Both',
  },
  unsubscribed: {
    'None': 'None', 'None+Out': 'None *', 'None+In': 'None+In', 'None+Out+In': 'None+In *',
    'To': 'None *', 'To+In': 'None+In *', 'From': 'From', 'From+Out': 'From *', 'Both': 'From *',
  },
};

/** Where Juliet is, so that her server lets that pass, whatever Romeo's says. */
const SENDER = { subscribe: 'None', unsubscribe: 'None', subscribed: 'None+In', unsubscribed: 'From' } as const;

interface Case {
  readonly type: (typeof TYPES)[number];
  readonly before: State;
  readonly after: State;
  readonly mark: string | undefined;
}

function cases(table: Table): Case[] {
  return TYPES.flatMap((type) => Object.entries(table[type]).map(([before, outcome]) => {
    const [after, mark] = outcome.split(' ');
    return { type, before: before as State, after: after as State, mark };
  }));
}

const pushes = ({ inbox }: TestClient): string[] => inbox.flatMap((stanza) => pushedItem(stanza) ?? []).map(describeItem);

for (const { type, before, after, mark } of cases(OUTBOUND)) {
  test(`${type} sent in state ${before} leads to ${after}${mark === '*' ? ' and is shown to the contact' : ''}`, async () => {
    const server = createServer();
    enter(server, ROMEO, JULIET, before);
    enter(server, JULIET, ROMEO, MIRROR[before]);
    const [romeo, juliet] = [await TestClient.online(server, 'romeo', 'orchard'), await TestClient.online(server, 'juliet', 'balcony')];
    juliet.inbox.length = 0;
    romeo.send(`<presence type="${type}" to="${JULIET}"/>`);
    await romeo.ping();
    await juliet.ping();
    assert.equal(stateOf(server, ROMEO, JULIET), after);
    assert.equal(stateOf(server, JULIET, ROMEO), MIRROR[after]);
    assert.equal(juliet.presences().includes(`${type} ${ROMEO}`), mark === '*');
    assert.equal(pushes(juliet).length, shown(MIRROR[before]) === shown(MIRROR[after]) ? 0 : 1);
  });
}

for (const { type, before, after, mark } of cases(INBOUND)) {
  const consequence = mark === '*' ? ' and is shown to the user' : mark === '!' ? ' and is answered by the server' : '';
  test(`${type} received in state ${before} leads to ${after}${consequence}`, async () => {
    const server = createServer();
    const [romeo, juliet] = [await TestClient.online(server, 'romeo', 'orchard'), await TestClient.online(server, 'juliet', 'balcony')];
    // Not before log-in: its probes would find out that the two rosters disagree.
    enter(server, ROMEO, JULIET, before);
    enter(server, JULIET, ROMEO, SENDER[type]);
    juliet.send(`<presence type="${type}" to="${ROMEO}"/>`);
    await juliet.ping();
    await romeo.ping();
    assert.equal(stateOf(server, ROMEO, JULIET), after);
    assert.equal(romeo.presences().includes(`${type} ${JULIET}`), mark === '*');
    assert.equal(juliet.presences().includes(`subscribed ${ROMEO}`), mark === '!');
    assert.equal(pushes(romeo).length, shown(before) === shown(after) ? 0 : 1);
    const endsSubscription = /^(From|Both)/.test(before) && !/^(From|Both)/.test(after);
    assert.equal(juliet.presences().includes(`unavailable ${romeo.jid}`), endsSubscription);
  });
}
