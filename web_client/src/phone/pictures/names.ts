/** The pictures' names, for whoever hears them or would rather read. */
import { t } from '../../words';
import type { PictureKey } from './drawings';

export function pictureName(key: PictureKey): string {
  const names: Record<PictureKey, string> = {
    sun: t('Sun'),
    moon: t('Moon'),
    star: t('Star'),
    cloud: t('Cloud'),
    rainbow: t('Rainbow'),
    umbrella: t('Umbrella'),
    tree: t('Tree'),
    flower: t('Flower'),
    leaf: t('Leaf'),
    mushroom: t('Mushroom'),
    cactus: t('Cactus'),
    mountain: t('Mountain'),
    apple: t('Apple'),
    banana: t('Banana'),
    carrot: t('Carrot'),
    cake: t('Cake'),
    ice_cream: t('Ice cream'),
    cup: t('Cup'),
    cat: t('Cat'),
    rabbit: t('Rabbit'),
    fish: t('Fish'),
    duck: t('Duck'),
    snail: t('Snail'),
    butterfly: t('Butterfly'),
    boat: t('Boat'),
    car: t('Car'),
    rocket: t('Rocket'),
    bike: t('Bike'),
    balloon: t('Balloon'),
    kite: t('Kite'),
    ball: t('Ball'),
    drum: t('Drum'),
    hat: t('Hat'),
    sock: t('Sock'),
    key: t('Key'),
    bell: t('Bell'),
  };
  return names[key];
}
