/** What every screen is given. */
import type { ComponentType } from 'preact';
import type { Me } from '../api';
import type { Params } from './router';

export type ScreenProps = {
  me: Me;
  /** The named parts of the address; `rest` is what a last `*` matched. */
  params: Params;
};
export type Screen = ComponentType<ScreenProps>;
