/** Google's default size of a cell in pixels. Sizes equal to it are never written into the model. */
export const DEFAULT_WIDTH = 100
export const DEFAULT_HEIGHT = 21

const PIXELS_PER_DIGIT = 7
const POINTS_PER_PIXEL = 0.75

/** Column widths of the file are in digits of the standard font, row heights in points. */
export const digitsOf = (pixels: number): number => pixels / PIXELS_PER_DIGIT
export const pointsOf = (pixels: number): number => pixels * POINTS_PER_PIXEL
export const widthOf = (digits: number): number => Math.round(digits * PIXELS_PER_DIGIT)
export const heightOf = (points: number): number => Math.round(points / POINTS_PER_PIXEL)
