import { interopSuite } from './support/interop-suite.js';

interopSuite('ejabberd', {
  // 23.01 answers the probe of an offline contact with silence
  tellsOffline: false,
  refuses: false,
  deviations: {
    // who takes a request back, or a subscription, while the other's request waits, is not heard
    'None + Pending In, in, unsubscribe': 'None + Pending In',
    'None + Pending Out+In, out, unsubscribe': 'None + Pending Out+In',
    'To + Pending In, out, unsubscribe': 'To + Pending In',
    // nor is a denial or a revocation
    'None + Pending Out+In, in, unsubscribed': 'None + Pending Out+In',
    'To + Pending In, in, unsubscribed': 'To + Pending In',
    // a `subscribed` that nobody asked for is taken for an answer
    'From, in, subscribed': 'Both',
    'To, out, subscribed': 'Both',
  },
});
