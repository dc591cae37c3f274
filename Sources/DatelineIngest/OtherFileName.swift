/// Endings of files that lie beside articles and are none, so that they need not be opened.
enum OtherFileName {
  /// True for a name, without its compression, that says so.
  static func matches(_ path: String) -> Bool {
    let name = ContainerName.innermost(path)
    if name.hasSuffix("~") { return true }
    // Of a saved address the query says nothing: `view.php?file=a.jpg`.
    if name.contains("?") { return false }
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return false }
    return endings.contains(name[name.index(after: dot)...].lowercased())
  }

  private static let endings = Set(
    """
    png jpg jpeg jpe gif webp avif svg ico bmp tif tiff psd heic eps ai \
    mp3 m4a ogg oga wav flac aac mp4 m4v mov avi mkv webm wmv flv mpg mpeg ogv ts m3u8 vtt srt \
    css scss less js mjs cjs jsx tsx map wasm woff woff2 ttf otf eot swf \
    pdf doc docx xls xlsx ppt pptx odt ods odp epub mobi azw azw3 rtf djvu ps \
    exe dll so dylib a o class jar war apk dmg iso img deb rpm msi bin pyc pyd whl \
    db sqlite sqlite3 parquet feather arrow avro npy npz pkl pickle h5 hdf5 pt onnx safetensors \
    cdx cdxj idx lock pem key crt sig asc md5 sha1 sha256 torrent webmanifest ipynb geojson har \
    bak orig swp tmp part crdownload
    """.split(separator: " ").map(String.init))
}
