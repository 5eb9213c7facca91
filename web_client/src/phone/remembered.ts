/** A sign-in name kept on a person's own device, only because they asked for it. */
import { readOnDevice, writeOnDevice } from '../on_device';

const WHERE = 'sign_in_name';
/** That four pictures open this device. */
const WAY_IN = 'way_in';

export const rememberedName = () => readOnDevice(WHERE);
export const rememberName = (name: string) => writeOnDevice(WHERE, name);
export const forgetName = () => {
  writeOnDevice(WHERE, null);
  writeOnDevice(WAY_IN, null);
};

export const comesInWithPictures = () => readOnDevice(WAY_IN) === 'pictures';
export const rememberPictures = (name: string) => {
  rememberName(name);
  writeOnDevice(WAY_IN, 'pictures');
};
