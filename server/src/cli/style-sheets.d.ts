/** The build puts the text of a style sheet into the bundle. */
declare module '*.css' {
  const text: string;
  export default text;
}
