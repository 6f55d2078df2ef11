/** Web push: messages to browsers through the push service of their maker, signed with the installation's own key (VAPID). */
export { openPusher, type Pusher, type PushSubscription } from './pusher.ts';
