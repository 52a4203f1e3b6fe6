/** Words of the visible signature that layout, painters and configuration share. Lengths are points, 1/72 inch. */

/** 1 is the first page, -1 the last. */
type PageNumber = number;

/** Where the stamp goes (product.md section 4, general configurations). */
export type StampPlace =
  /** In an empty signature field of the document; without a name, the first there is. */
  | { readonly kind: 'SIGN_FIELD'; readonly field?: string }
  /** Its lower left corner, from the lower left corner of the page as a reader sees it. */
  | { readonly kind: 'COORDINATE'; readonly page: PageNumber; readonly x: number; readonly y: number }
  /** Its upper left corner where this text begins; without a page, the last page that has it. */
  | { readonly kind: 'PLACEHOLDER'; readonly text: string; readonly page?: PageNumber };

/** `#RRGGBB`. */
export type Colour = string;

export type StampMark =
  | {
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill?: Colour;
      readonly stroke?: Colour;
    }
  /** `x`, `y`: where the baseline begins. */
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly size: number;
      readonly bold: boolean;
      readonly colour: Colour;
      readonly text: string;
    };

/** A stamp laid out: what every painter draws, in this order, from the lower left corner. */
export type StampDrawing = { readonly width: number; readonly height: number; readonly marks: readonly StampMark[] };
