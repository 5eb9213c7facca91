/** Where a reviewing officer gives on what was said, and a second person agrees. */
export { AgreeRelease } from './AgreeRelease';
export { Release } from './Release';
