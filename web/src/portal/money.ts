/** Satang as baht in figures: 100 000 is `1,000.00`. */
export function formatBaht(satang: number): string {
  return (satang / 100).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}
