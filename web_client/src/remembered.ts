/** A sign-in name kept on a person's own device, only because they asked for it. */
import { readOnDevice, writeOnDevice } from '../on_device';

const WHERE = 'sign_in_name';

export const rememberedName = () => readOnDevice(WHERE);
export const rememberName = (name: string) => writeOnDevice(WHERE, name);
export const forgetName = () => writeOnDevice(WHERE, null);
