/** How the check of table 3 tells a difference: a number format for above, below and at zero. */
export const balanceFormat = '[Red]"差 "0;[Red]"差 -"0;0'
