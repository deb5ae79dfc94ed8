/// The topic of a section, which its sentences need not repeat.
enum SectionTopic {
  case any, requests, disputes

  /// `nil` for a section that the form does not know, and for the signature.
  init?(_ section: Section, in report: Report) {
    switch section.kind {
    case .foreign, .closing: return nil
    case .introduction, .form:
      switch report.role(of: section) {
      case .requests: self = .requests
      case .disputes: self = .disputes
      default: self = .any
      }
    }
  }
}
