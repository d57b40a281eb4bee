/// Documents as files: which format, what it will look like, and where it goes.
package dev.sayso.app.export;
