import type { UserInvitationConfig } from "aws-cdk-lib/aws-cognito";

/** What Cognito mails to somebody who is invited: it puts in the address and the password, and knows no languages. */
export function invitation(origin: string | undefined): UserInvitationConfig {
  const console = origin ? `<a href="${origin}/staff">${origin}/staff</a>` : "/staff";
  return {
    emailSubject: "The staff console of the Global Encryption Coalition · La console de l’équipe",
    emailBody: [
      "<p>You are invited to the staff console of the Global Encryption Coalition.</p>",
      `<p>Sign in at ${console}, within three days, with</p>`,
      "<p>{username}<br>{####}</p>",
      "<p>You then choose a password of your own and add an authenticator app on your phone. If you did not expect",
      "this, you need not do anything.</p>",
      '<hr><p lang="fr">Voici votre invitation à la console de l’équipe de la Global Encryption Coalition.',
      `Connectez-vous sous ${console} dans les trois jours, avec l’adresse et le mot de passe ci-dessus. Vous choisissez`,
      "ensuite votre propre mot de passe et ajoutez une application d’authentification sur votre téléphone. Si vous",
      "n’attendiez pas cela, ne faites rien.</p>",
    ].join("\n"),
  };
}
