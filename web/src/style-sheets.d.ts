// The bundler reads style sheets; to the types they are modules without exports.
declare module '*.css';
