/// The subset of SVG that a picture may use. Everything else is rejected: scripts, links, animations, foreign content
/// and external pictures.
enum SVGVocabulary {
  static let namespace = "http://www.w3.org/2000/svg"

  static let elements = words(
    """
    svg g defs symbol use title desc metadata style path rect circle ellipse line polyline polygon text tspan textPath \
    linearGradient radialGradient stop pattern clipPath mask marker switch filter feBlend feColorMatrix \
    feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow \
    feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight \
    feSpecularLighting feSpotLight feTile feTurbulence
    """)

  /// Elements whose `href` refers to an element of the same file.
  static let elementsWithReferences = words("use textPath linearGradient radialGradient pattern filter")

  /// Attributes whose value is an id or plain words rather than CSS.
  static let freeAttributes = words(
    "id class lang xml:lang xml:space role tabindex version baseProfile type media requiredFeatures systemLanguage")

  static let attributes = words(
    """
    style alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation \
    color-interpolation-filters color-rendering cursor direction display dominant-baseline enable-background fill \
    fill-opacity fill-rule filter flood-color flood-opacity font font-family font-feature-settings font-size \
    font-size-adjust font-stretch font-style font-variant font-variant-ligatures font-weight \
    glyph-orientation-horizontal glyph-orientation-vertical image-rendering isolation kerning letter-spacing \
    lighting-color line-height marker marker-end marker-mid marker-start mask mask-type mix-blend-mode opacity overflow \
    paint-order pointer-events shape-rendering stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset \
    stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-align text-anchor text-decoration \
    text-rendering transform transform-origin unicode-bidi vector-effect visibility white-space word-spacing \
    writing-mode \
    width height x y x1 y1 x2 y2 cx cy r rx ry fx fy fr d points dx dy rotate pathLength textLength lengthAdjust \
    startOffset method spacing side viewBox preserveAspectRatio zoomAndPan refX refY orient markerWidth markerHeight \
    markerUnits gradientUnits gradientTransform spreadMethod offset patternUnits patternContentUnits patternTransform \
    clipPathUnits maskUnits maskContentUnits filterUnits primitiveUnits in in2 result mode values operator k1 k2 k3 k4 \
    order kernelMatrix divisor bias targetX targetY edgeMode kernelUnitLength preserveAlpha surfaceScale \
    diffuseConstant specularConstant specularExponent limitingConeAngle pointsAtX pointsAtY pointsAtZ z azimuth \
    elevation scale xChannelSelector yChannelSelector stdDeviation radius baseFrequency numOctaves seed stitchTiles \
    tableValues slope intercept amplitude exponent filterRes
    """)

  /// Functions of CSS and of `transform`, in lower case.
  static let functions = words(
    """
    url rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix calc min max clamp var matrix translate translatex \
    translatey scale scalex scaley rotate skewx skewy not is where nth-child nth-last-child nth-of-type blur brightness \
    contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia
    """)

  private static func words(_ text: String) -> Set<String> {
    Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
  }
}
