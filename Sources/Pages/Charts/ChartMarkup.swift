/// A chart as embedded in a page.
struct ChartMarkup {
  /// An `svg` element with a title, a description, and classes that the styles of the page assign colours to.
  let bytes: [UInt8]
  /// The offset at which the title and description end and the drawing starts.
  let headEnd: Int
  let width: Int
  let height: Int
  let title: String
  let description: String
}
