/** How I am told that something waits for me. */
export { Notices } from './Notices';
