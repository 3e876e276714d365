/**
 * Payee of the PromptPay bills: a tax number of 13 digits with a suffix of two. The Department's real biller id
 * was not found; this one is invented for the demo (its check digit is wrong on purpose, so no bank takes it).
 */
export const BILLER_ID = '099999999999901';
