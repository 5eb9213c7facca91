/** What somebody around a child has to do, of what reviews decided. */
export { Actions } from './Actions';
