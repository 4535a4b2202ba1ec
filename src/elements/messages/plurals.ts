/** A text for each plural category that the language has (CLDR); `other` for those left out. */
export type PluralForms = { readonly other: string } & { readonly [Category in Intl.LDMLPluralRule]?: string };

/** Numbers and plurals of one language. */
export interface Counting {
  /** The form that goes with the count. */
  readonly plural: (count: number, forms: PluralForms) => string;
  /** Digits and separators as the language writes them. */
  readonly number: (value: number) => string;
}

/** @param language its BCP 47 tag */
export function countingIn(language: string): Counting {
  // Made when first asked for: making them takes longer than a hundred uses.
  let rules: Intl.PluralRules | undefined;
  let digits: Intl.NumberFormat | undefined;
  return {
    plural: (count, forms) => forms[(rules ??= new Intl.PluralRules(language)).select(count)] ?? forms.other,
    number: (value) => (digits ??= new Intl.NumberFormat(language)).format(value),
  };
}
