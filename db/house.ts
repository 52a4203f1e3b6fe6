/** Id of the house partner: the same in every installation, since it is nobody's secret and never changes. */
export const housePartnerId = '01900000-0000-7000-8000-000000000001';
