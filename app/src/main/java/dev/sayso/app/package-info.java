/// Where the program starts and everything is wired.
package dev.sayso.app;
