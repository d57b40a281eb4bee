/// One window for a user: the first start owns the place, later ones hand over what they were asked
/// to do, as do `sayso toggle` and its like.
///
/// Who owns the place is decided by a lock on a file, which the system takes back when the process
/// dies; so a socket that was left behind deceives nobody. The owner listens on a Unix-domain
/// socket, or, where such a socket cannot be (a long path, an old Windows), on a port of the
/// loopback interface; then the file that names the port also holds a secret that must come with
/// each request, since everyone on the machine can reach a port. Both lie in a folder that only its
/// owner can enter.
///
/// One line of JSON asks, one answers. Whatever comes is held to a length, a time, and a known form
/// before anything is made of it. No AWT, no JavaFX: the command line uses this.
package dev.sayso.app.instance;
