/// A chart as a page holds it.
struct ChartMarkup {
  /// An `svg` element with its title and description, and with classes that the page's styles give colours to.
  let bytes: [UInt8]
  /// Where its title and description end and the drawing begins.
  let headEnd: Int
  let width: Int
  let height: Int
  let title: String
  let description: String
}
