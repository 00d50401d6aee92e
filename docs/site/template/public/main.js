export default {
  // Code whose language is not stated is not coloured by guess.
  configureHljs: (hljs) => hljs.configure({ languages: [] }),
}
