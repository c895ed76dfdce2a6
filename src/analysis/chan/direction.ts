/** Up is 1, down is -1. Multiplying prices by a direction mirrors the chart, so a rule is written once, for the upward case. */
export type Direction = 1 | -1;
