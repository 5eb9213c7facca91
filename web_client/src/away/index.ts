/** When an officer is away, and who covers. */
export { Away } from './Away';
