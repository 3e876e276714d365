/** Version of the notice's wording; recorded with how it was told. Change it with every change of the text. */
export const NOTICE_VERSION = 'notice-2026-11';
