/** The picture code: four pictures in order that open Cadair on one device. */
export { CODE_LENGTH, PICTURES, type PictureKey } from './drawings';
export { pictureName } from './names';
export { Picture, PictureCode } from './PictureCode';
