import { countingIn } from '../plurals.js';

const { number } = countingIn('en');

/** The user's own presence. */
export const picker = {
  /** @param presence what it is, in words */
  label: (presence: string) => `Your presence: ${presence}`,
  popup: 'Your presence',
  waiting: 'waiting for the server',
  unconnected: 'Not connected',
  connecting: 'Connecting…',
  reconnecting: 'Reconnecting…',
  /** What will be sent with the next connection. */
  then: (choice: string) => `Then: ${choice}`,
  /** An availability with a message. */
  choice: (availability: string, message: string) => `${availability} – ${message}`,
  notice: 'Not connected. Your choice is sent as soon as there is a connection.',
  setting: 'Setting your presence',
  menu: 'Availability',
  message: 'Message',
  messageExample: 'At lunch, back at 1',
  clearMessage: 'Clear message',
  set: 'Set',
  priority: 'Priority',
  priorityNow: (priority: string) => `Priority: ${priority}`,
  priorityHint: (lowest: string, highest: string) => `Messages go to your device with the highest number, ${lowest} to ${highest}. Below 0 it gets none.`,
};

/** Who asks to see the user's presence. */
export const requests = {
  heading: 'Contact requests',
  more: (count: number) => `Show more (${number(count)})`,
  asks: (who: string) => `${who} asks to see your presence`,
  known: 'In your contact list',
  knownAs: (name: string) => `In your contact list as ${name}`,
  nick: (nick: string) => `Calls themselves “${nick}”`,
  lookAlike: (contact: string) => `Not your contact ${contact}: the address only looks alike.`,
  /** On an answer's button, for assistive technology. */
  answerTo: (answer: string, who: string) => `${answer}: ${who}`,
  approve: { label: 'Approve', doing: (who: string) => `Approving ${who}`, done: (who: string) => `${who} may see your presence now.` },
  approveAndAsk: {
    label: 'Approve and ask back',
    doing: (who: string) => `Approving ${who} and asking back`,
    done: (who: string) => `${who} may see your presence now, and is asked to show you theirs.`,
  },
  deny: { label: 'Deny', doing: (who: string) => `Denying ${who}`, done: (who: string) => `${who} was turned down.` },
  denyAndBlock: { label: 'Deny and block', doing: (who: string) => `Blocking ${who}`, done: (who: string) => `${who} was turned down and blocked.` },
};

/** The form that adds a contact. */
export const addContact = {
  form: 'Add a contact',
  address: 'Address',
  addressExample: 'name@company.org',
  use: (address: string) => `Use ${address}`,
  own: 'This is your own address.',
  missing: 'Please enter an address, such as name@company.org.',
  malformed: 'This is not an address yet. It should look like name@company.org.',
  server: 'This is the address of a server. That of a person has a name and @ before it.',
  lookAlike: (contact: string) => `Careful: this looks like ${contact} in your contact list, but is a different address.`,
  blocked: 'You block this address. Adding it does not change that.',
  resource: (address: string) => `${address} will be added. What follows the slash is only one of their devices.`,
  theyAsk: 'They ask to see your presence, too.',
  /** Of somebody who is a contact already. @param name `''` for none @param groups a list of their names, `''` for none */
  already: (name: string, groups: string) => `Already in your contact list${name && ` as ${name}`}${groups && `, in ${groups}`}.`,
  /** How we stand to them, as a sentence. */
  sentence: (text: string) => `${text}.`,
  name: 'Name',
  nameExample: 'As you call them',
  groups: 'Groups',
  noGroups: 'None',
  anotherGroup: 'Another group',
  chosenGroups: 'Chosen groups',
  newGroup: (group: string) => `New group “${group}”`,
  notIn: (group: string) => `Not in ${group}`,
  groupAdded: (groups: string) => `${groups} added.`,
  groupRemoved: (group: string) => `${group} removed.`,
  subscribe: 'Ask to see their presence',
  message: 'Message to them',
  optional: '(optional)',
  messageExample: 'We met at lunch',
  unconnected: 'No connection on this page',
  waiting: 'Waiting for the server…',
  submit: { add: 'Add contact', change: 'Update contact', ask: 'Ask to see presence', nothing: 'Add contact' },
  doing: { add: (who: string) => `Adding ${who}`, change: (who: string) => `Updating ${who}`, ask: (who: string) => `Asking ${who}` },
  done: {
    /** @param groups a list of their names, `''` for none */
    add: (who: string, groups: string) => `${who} was added${groups && ` to ${groups}`}.`,
    change: (who: string) => `${who} was updated.`,
    ask: (who: string) => `${who} is asked to show you their presence.`,
    nothing: (who: string) => `${who} is in your contact list just like that. Nothing was changed.`,
    asked: 'They are asked to show you their presence.',
  },
};
