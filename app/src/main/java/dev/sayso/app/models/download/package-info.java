/// Fetches a model, and gives it a name only when all of it is there and is what the host says.
///
/// | class | job |
/// |---|---|
/// | [ModelDownload] | a whole model: listing, space, files, the last move |
/// | `RepositoryListing` | which files, of which commit, with which sums |
/// | `FileDownload`, `PartFile` | one file: attempts, ranges, its sum |
/// | `Patience` | when to try again, when to give up |
/// | `HttpAccess`, `PulledBody` | one request: redirects, time-outs, bytes |
///
/// What a host may send is decided here. A file's length and sum come from the host's metadata for
/// one commit, which is resolved once and kept for as long as the download lasts, over restarts,
/// too. Bytes go to `.part` files in a folder whose name ends with `.partial`; no list of models
/// shows it. A stop at any moment leaves a download that can be continued. Lengths are checked
/// before bytes are taken, sums before a file gets its name, and the folder gets its name last.
///
/// Addresses begin with `https`. Plain `http` is used only when the user has typed it as the
/// address of a mirror, and a redirect never leads from `https` to `http`. The sums come from the
/// same mirror as the files: a mirror is trusted with both.
///
/// Proxies are the business of the JDK's default selector.
///
/// One download has one thread, the caller's; interrupting it is how to stop. Reading a request's
/// future and body with a limit of time rather than using the client's own time-out is deliberate:
/// that one covers the headers only, and in later versions the whole body.
package dev.sayso.app.models.download;
