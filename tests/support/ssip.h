/* SPDX-License-Identifier: MIT */
/* A stand-in for a speech-dispatcher, which the test steps itself: it listens at a socket in the scratch folder, takes
 * what the one client sends, and sends what the test says. */
#ifndef SUPPORT_SSIP_H
#define SUPPORT_SSIP_H

#define SSIP_HANDSHAKE                                                                                                 \
    "SET self CLIENT_NAME user:knead:main\n"                                                                           \
    "SET self NOTIFICATION END on\n"                                                                                   \
    "SET self NOTIFICATION CANCEL on\n"
#define SSIP_HANDSHAKE_OK "208 OK CLIENT NAME SET\r\n220 OK NOTIFICATION SET\r\n220 OK NOTIFICATION SET\r\n"

/* Listens, and sets SPEECHD_ADDRESS; a file of the scratch folder, which is there. */
void ssip_listen(const char *name);
void ssip_end(void); /* the client and the listening both */

void ssip_accept(void); /* a client that has connected */
void ssip_close(void);  /* the connection with it */

/* Fails unless that is what has come since the last call. Each line ends with CR LF, which is \n in `lines`. */
void ssip_expect(const char *lines);
void ssip_send(const char *bytes);

#endif
