/** Changing one's own passphrase. */
export { MyPassphrase } from './MyPassphrase';
